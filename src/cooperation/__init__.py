"""Development-cooperation projects as typed values."""
