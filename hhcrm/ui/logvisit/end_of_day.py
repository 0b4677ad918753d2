"""End of day."""
from PySide6.QtWidgets import QDialog
class EndOfDayDialog(QDialog):
    """x"""
