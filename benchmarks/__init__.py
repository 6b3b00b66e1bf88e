"""What the plugin costs, measured side by side with what stands beside it; see `README.md`."""
