package org.throughline.endpoint.order.v1;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.order.OfferTokens;

/** The keys that tokens of offers can be checked with, where others look for them (RFC 7517, RFC 8615). */
@Hidden
@RestController
class OfferKeysResource {

    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

    private final OfferTokens tokens;

    OfferKeysResource(OfferTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok().contentType(JWK_SET).body(tokens.publicKeys());
    }
}
