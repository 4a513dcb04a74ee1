"""What becomes of annotations that other programs made: asked before an import."""
