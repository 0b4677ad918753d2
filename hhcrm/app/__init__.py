"""Bootstrap, paths, settings and crash log: where the program is put together."""
