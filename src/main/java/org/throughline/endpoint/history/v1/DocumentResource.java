package org.throughline.endpoint.history.v1;

import static org.throughline.endpoint.common.v1.CommonMapper.toMaxAge;
import static org.throughline.endpoint.history.v1.ShipmentMapper.toShipment;

import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.FromQuery;
import org.throughline.history.Attachment;
import org.throughline.history.HistoryService;
import org.throughline.shared.Erp;
import org.throughline.wire.history.v1.ProofQueryType;

/** Documents as they are, for a plain GET. Their digest is their ETag, and stands in Repr-Digest (RFC 9530). */
@RestController
class DocumentResource {

    static final String PROOF = "/api/v1/history/shipments/{id}/proof-of-delivery/document";

    private final HistoryService history;
    private final String dataset;

    DocumentResource(HistoryService history, Erp erp) {
        this.history = history;
        this.dataset = erp.dataset();
    }

    @GetMapping(PROOF)
    ResponseEntity<byte[]> downloadProofOfDelivery(@FromQuery(path = "id=shipment.id") ProofQueryType query) {
        return download(history.getProofOfDelivery(toShipment(query, dataset), toMaxAge(query.getMaxAgeSeconds()))
                .value()
                .document());
    }

    private static ResponseEntity<byte[]> download(Attachment document) {
        byte[] digest = HexFormat.of().parseHex(document.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + document.sha256() + '"')
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName())
                                .build()
                                .toString())
                .body(document.content());
    }
}
