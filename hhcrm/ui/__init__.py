"""The Qt front end: a frame and one folder per place."""
