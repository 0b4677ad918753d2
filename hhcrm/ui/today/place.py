"""Today."""
from PySide6.QtWidgets import QWidget
class TodayPlace(QWidget):
    """x"""
    def __init__(self, desk, frame, end_of_day=None):
        super().__init__()
    def refresh(self):
        pass
