package org.throughline.erp.embedded;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A shipment has arrived.
 *
 * @param on empty for the day of the signature, or today when nobody signed
 * @param proof empty when there is none
 */
public record Arrival(Optional<LocalDate> on, Optional<Proof> proof) {

    public Arrival {
        requireNonNull(on, "on");
        requireNonNull(proof, "proof");
    }

    /**
     * Somebody signed for it.
     *
     * @param place null when it is not known
     * @param mediaType of the document
     * @param content of the document
     * @param sha256 of the content in hexadecimal digits, as the sender computed it; null when he did not
     */
    public record Proof(
            String signedBy, Instant signedAt, String place, String mediaType, byte[] content, String sha256) {

        public Proof {
            requireNonNull(signedBy, "signedBy");
            requireNonNull(signedAt, "signedAt");
            requireNonNull(mediaType, "mediaType");
            requireNonNull(content, "content");
        }
    }
}
