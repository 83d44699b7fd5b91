"""What the integration tests stand on: a sandbox, servers, clients, and processes that are watched."""
