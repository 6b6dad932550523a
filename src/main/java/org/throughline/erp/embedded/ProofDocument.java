package org.throughline.erp.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.throughline.history.Attachment;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ShipmentId;
import org.throughline.shared.Violation;

/** The document of a proof of delivery: of a kind that everybody can look at and that cannot do anything. */
final class ProofDocument {

    /** The first bytes of each kind. */
    private enum Kind {
        PDF("application/pdf", '%', 'P', 'D', 'F', '-'),
        PNG("image/png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A),
        JPEG("image/jpeg", 0xFF, 0xD8, 0xFF);

        private final String mediaType;
        private final int[] beginning;

        Kind(String mediaType, int... beginning) {
            this.mediaType = mediaType;
            this.beginning = beginning;
        }

        private boolean begins(byte[] content) {
            for (int i = 0; i < beginning.length; i++) {
                if (i >= content.length || (content[i] & 0xFF) != beginning[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private ProofDocument() {}

    static Attachment of(ShipmentId shipment, Arrival.Proof proof) {
        String mediaType = proof.mediaType().toLowerCase(Locale.ROOT);
        return new Attachment(ProofFileName.of(shipment.value(), mediaType), mediaType, proof.content());
    }

    /** What is against the document of a proof. */
    static List<Violation> check(Arrival.Proof proof) {
        List<Violation> found = new ArrayList<>();
        List<String> mediaTypes =
                Arrays.stream(Kind.values()).map(kind -> kind.mediaType).toList();
        Arrays.stream(Kind.values())
                .filter(kind -> kind.mediaType.equalsIgnoreCase(proof.mediaType()))
                .findFirst()
                .ifPresentOrElse(
                        kind -> content(kind, proof, found),
                        () -> found.add(ErrorCode.INVALID_VALUE
                                .at("proof.document.mediaType", "Documents of this kind are not kept.")
                                .withRemedy(Remedy.oneOf("Use one of these.", mediaTypes))));
        digest(proof, found);
        return found;
    }

    private static void content(Kind kind, Arrival.Proof proof, List<Violation> found) {
        if (!kind.begins(proof.content())) {
            found.add(ErrorCode.INVALID_VALUE.at(
                    "proof.document.content", "The content is not what the media type says."));
        }
    }

    private static void digest(Arrival.Proof proof, List<Violation> found) {
        String computed = new Attachment("document", proof.mediaType(), proof.content()).sha256();
        if (proof.sha256() != null && !proof.sha256().equalsIgnoreCase(computed)) {
            found.add(ErrorCode.INVALID_VALUE.at(
                    "proof.document.sha256", "The content that arrived has another digest."));
        }
    }
}
