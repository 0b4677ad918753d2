"""hhcrm: referral relationships for home health, hospice and home care agencies."""

__version__ = "0.5.0"
