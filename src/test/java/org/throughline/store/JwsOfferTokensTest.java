package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.database.TestDatabase;
import org.throughline.order.AdjustableClock;
import org.throughline.order.Offer;
import org.throughline.order.SampleOffers;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** Tokens of offers: who can make them, who can read them. */
class JwsOfferTokensTest {

    private final SigningKeys keys = SigningKeys.parse(SigningKeys.generated());
    private final JwsOfferTokens tokens = new JwsOfferTokens(keys, "main");
    private final Offer offer = SampleOffers.boltsAndNuts();
    private final String token = tokens.sign(offer);

    @Test
    void aTokenLeadsBackToItsOffer() {
        assertThat(tokens.verify(token, "token")).isEqualTo(offer.id());
    }

    @Test
    void aTokenHoldsWhatWasPromised() throws Exception {
        Map<String, Object> claims = JWSObject.parse(token).getPayload().toJSONObject();

        assertThat(claims)
                .containsEntry("jti", offer.id().value())
                .containsEntry("iss", "urn:throughline:order:v1")
                .containsEntry("dataset", "main")
                .containsEntry("sub", offer.account().value())
                .containsEntry("exp", offer.validUntil().getEpochSecond())
                .containsEntry("currency", "GBP")
                .containsEntry("outcome", "CONFIRMED");
        assertThat(claims.get("totals").toString()).contains("net=280.00", "tax=56.00", "gross=336.00");
        assertThat(claims.get("lines").toString())
                .contains("item=BOLT", "quantity=2", "unit=BOX", "net=200.00", "on=2026-11-22", "origin=ON_HAND");
        assertThat(claims.get("rules").toString()).contains("priceDate=2026-11-22", "prices=[LIST]", "digest=");
    }

    @Test
    void aThirdPartyVerifiesATokenWithThePublicKeysAlone() throws Exception {
        JWKSet published = JWKSet.parse(tokens.publicKeys());
        JWSObject read = JWSObject.parse(token);

        assertThat(published.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(read.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(read.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @Test
    void anAlteredTokenIsForged() {
        String[] parts = token.split("\\.");
        String cheaper = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("\"336.00\"", "\"3.36\"");
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cheaper.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(parts[0] + "." + payload + "." + parts[2])).isEqualTo(ErrorCode.OFFER_FORGED);
        assertThat(refusal(parts[0] + "." + parts[1] + "." + "A".repeat(86))).isEqualTo(ErrorCode.OFFER_FORGED);
        assertThat(refusal(parts[0] + "." + parts[1] + ".AAAA")).isEqualTo(ErrorCode.OFFER_FORGED);
    }

    @Test
    void aTokenWithoutSignatureOrWithAnotherAlgorithmIsNotAccepted() {
        String kid = keys.signing().getKeyID();
        String body = token.split("\\.")[1];

        assertThat(refusal(header("{\"alg\":\"none\"}") + "." + body + "."))
                .isIn(ErrorCode.OFFER_TOKEN_MALFORMED, ErrorCode.OFFER_FORGED);
        assertThat(refusal(header("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + body + ".AAAA"))
                .isEqualTo(ErrorCode.OFFER_FORGED);
        assertThat(refusal(header("{\"alg\":\"ES256\"}") + "." + body + ".AAAA"))
                .isEqualTo(ErrorCode.OFFER_FOREIGN);
    }

    @Test
    void whatIsNotATokenIsMalformed() {
        for (String text : List.of("x", "a.b", "a.b.c", "....", "{}", header("{}") + "..")) {
            assertThat(refusal(text)).as(text).isEqualTo(ErrorCode.OFFER_TOKEN_MALFORMED);
        }
    }

    @Test
    void aTokenOfAnotherInstallationIsForeign() {
        JwsOfferTokens other = new JwsOfferTokens(SigningKeys.parse(SigningKeys.generated()), "main");

        assertThat(refusal(other.sign(offer))).isEqualTo(ErrorCode.OFFER_FOREIGN);
    }

    @Test
    void aTokenOfAnotherDatasetIsRefused() {
        ServiceFault fault = catchThrowableOfType(
                ServiceFault.class, () -> new JwsOfferTokens(keys, "test").verify(token, "offer.token"));

        assertThat(fault.code()).isEqualTo(ErrorCode.OFFER_OF_OTHER_DATASET);
        assertThat(fault.violations().get(0).path()).isEqualTo("offer.token");
    }

    @Test
    void afterARotationTheNewKeySignsAndTheOldOneStillVerifies() throws Exception {
        SigningKeys fresh = SigningKeys.parse(SigningKeys.generated());
        SigningKeys rotated = new SigningKeys(
                Stream.concat(fresh.keys().stream(), keys.keys().stream()).toList());
        JwsOfferTokens after = new JwsOfferTokens(rotated, "main");

        assertThat(after.verify(token, "token")).isEqualTo(offer.id());
        assertThat(JWSObject.parse(after.sign(offer)).getHeader().getKeyID())
                .isEqualTo(fresh.signing().getKeyID());
        assertThatThrownBy(() -> new JwsOfferTokens(fresh, "main").verify(token, "token"))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.OFFER_FOREIGN));
    }

    @Test
    void keysThatCannotBeUsedAreRefusedWithTheReason() throws Exception {
        String secret = new JWKSet(new OctetSequenceKeyGenerator(256).generate()).toString(false);

        assertThat(problem("not json")).contains("JWK set");
        assertThat(problem("{\"keys\":[]}")).contains("first key");
        assertThat(problem(tokens.publicKeys())).contains("private part");
        assertThat(problem(secret)).contains("P-256");
    }

    @Test
    void aNewcomersKeyIsMadeOnceAndKept() {
        try (TestDatabase database = TestDatabase.derby()) {
            AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
            SigningKeys first = new StoredSigningKeys(database.store(), clock).get();
            SigningKeys second = new StoredSigningKeys(database.store(), clock).get();

            assertThat(second).isEqualTo(first);
            assertThat(new JwsOfferTokens(second, "main")
                            .verify(new JwsOfferTokens(first, "main").sign(offer), "token"))
                    .isEqualTo(offer.id());
        }
    }

    private ErrorCode refusal(String text) {
        ServiceFault fault = catchThrowableOfType(ServiceFault.class, () -> tokens.verify(text, "token"));
        assertThat(fault).as(text).isNotNull();
        return fault.code();
    }

    private static String problem(String jwkSet) {
        return catchThrowableOfType(IllegalArgumentException.class, () -> SigningKeys.parse(jwkSet))
                .getMessage();
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
