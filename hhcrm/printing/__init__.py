"""Pages: read models and figures to PDF and print. QtGui, QtSvg and QtPrintSupport, no widgets."""
