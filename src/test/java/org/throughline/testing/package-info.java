/** What tests need that start the packaged service. */
package org.throughline.testing;
