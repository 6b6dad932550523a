/**
 * What runs inside the service's process beside the service: it watches the ports, kills the process at a named step, and
 * sets the clock. {@code --spring.main.sources} names {@link org.throughline.crash.inside.CrashWiring}; the service itself knows nothing of it.
 */
package org.throughline.crash.inside;
