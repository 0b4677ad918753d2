"""Measure: is it working?"""
