"""What earlier runs left in the user's cache folder. Nothing depends on it: it may go at any time."""
