"""The window around its panels: loop, bridge, actions, dialogs, controllers."""
