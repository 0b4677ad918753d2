"""The window, navigation, search box, toasts, status line."""
