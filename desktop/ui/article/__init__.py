"""The article pane: an article's text with its spans, read, selected and tagged by keyboard and mouse."""

from desktop.ui.article.caret import Motion
from desktop.ui.article.colours import DARK, LIGHT, ArticleColours
from desktop.ui.article.marks import numbers
from desktop.ui.article.pane import ArticlePane

__all__ = ["DARK", "LIGHT", "ArticleColours", "ArticlePane", "Motion", "numbers"]
