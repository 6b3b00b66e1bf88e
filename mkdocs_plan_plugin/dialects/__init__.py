"""The dialects that plans are written in: each a file of data, read by one reader."""
