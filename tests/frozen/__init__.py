"""The frozen program, run as it is handed out."""
