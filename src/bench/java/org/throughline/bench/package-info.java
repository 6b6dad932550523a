/**
 * The benchmark: drives the packaged service over loopback and measures what a request costs, next to a floor that does
 * nothing but read and write the same messages. Run by {@code mvn -Pbench verify -DskipTests}; Linux only.
 */
package org.throughline.bench;
