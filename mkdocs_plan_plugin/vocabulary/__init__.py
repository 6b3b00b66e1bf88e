"""What words mean: states, ratings, dates, numbers, titles, in the languages that plans are written in."""
