"""Pre-highlighting: the messages, the queue and the rules that window, command line and worker share."""
