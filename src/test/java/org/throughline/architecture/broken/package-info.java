/** Code that breaks each rule of the architecture on purpose; named after what it does wrong. */
package org.throughline.architecture.broken;
