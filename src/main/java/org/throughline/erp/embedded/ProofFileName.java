package org.throughline.erp.embedded;

import java.util.Map;

/** What the document of a proof of delivery is saved as. */
final class ProofFileName {

    private static final Map<String, String> EXTENSIONS = Map.of(
            "application/pdf",
            ".pdf",
            "image/png",
            ".png",
            "image/jpeg",
            ".jpg",
            "image/svg+xml",
            ".svg",
            "text/plain",
            ".txt");

    private ProofFileName() {}

    /** Of letters, digits, dots and hyphens only, whatever the id has. */
    static String of(String shipment, String mediaType) {
        return "proof-of-delivery-" + shipment.replaceAll("[^A-Za-z0-9.-]", "-")
                + EXTENSIONS.getOrDefault(mediaType, ".bin");
    }
}
