/** The proof that orders are neither lost nor doubled: the service is killed and robbed of its database, and then everything is counted. */
package org.throughline.crash;
