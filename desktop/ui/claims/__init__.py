"""The right pane: claims, actors, locations and notes of the article on screen."""
