"""What strangers may try, against the command as it runs."""
