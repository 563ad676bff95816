"""Pictures of many articles: when, where, who with whom. With altair, or matplotlib where that is not installed."""
