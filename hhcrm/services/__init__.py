"""What people do: one function per use case, command in, ChangeSet out."""
