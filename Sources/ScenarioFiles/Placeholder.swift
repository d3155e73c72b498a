// Placeholder until the folder's first file.
