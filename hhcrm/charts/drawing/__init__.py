"""What draws charts with matplotlib. Imported on a worker thread, where the first chart is drawn."""
