"""What an app is opened by without a terminal: menu entries and icons on the desktop."""
