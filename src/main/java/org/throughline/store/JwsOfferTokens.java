package org.throughline.store;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;
import org.throughline.order.Offer;
import org.throughline.order.OfferTokens;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.OfferId;
import org.throughline.shared.ServiceFault;

/**
 * Tokens as JSON Web Signatures in compact form (RFC 7515), signed with ES256 (RFC 7518). No other algorithm is
 * accepted, whatever a token's header says.
 */
public final class JwsOfferTokens implements OfferTokens {

    private static final JOSEObjectType TYPE = new JOSEObjectType("offer+jws");

    private final SigningKeys keys;
    private final String dataset;

    /** @param dataset the one that offers are made for here */
    public JwsOfferTokens(SigningKeys keys, String dataset) {
        this.keys = keys;
        this.dataset = dataset;
    }

    @Override
    public String sign(Offer offer) {
        ECKey key = keys.signing();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(TYPE)
                .keyID(key.getKeyID())
                .build();
        JWSObject token = new JWSObject(header, new Payload(OfferClaims.of(offer)));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the key for offers cannot sign", e);
        }
        return token.serialize();
    }

    @Override
    public OfferId verify(String text, String path) {
        JWSObject token = parse(text, path);
        if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())) {
            throw fault(ErrorCode.OFFER_FORGED, path);
        }
        ECKey key = keys.find(token.getHeader().getKeyID()).orElseThrow(() -> fault(ErrorCode.OFFER_FOREIGN, path));
        if (!isSignedWith(token, key)) {
            throw fault(ErrorCode.OFFER_FORGED, path);
        }
        return offer(token, path);
    }

    @Override
    public String publicKeys() {
        return keys.publicKeys();
    }

    private OfferId offer(JWSObject token, String path) {
        Map<String, Object> claims = token.getPayload().toJSONObject();
        if (claims == null || !(claims.get(OfferClaims.REFERENCE) instanceof String reference)) {
            throw fault(ErrorCode.OFFER_TOKEN_MALFORMED, path);
        }
        if (!dataset.equals(claims.get(OfferClaims.DATASET))) {
            throw fault(ErrorCode.OFFER_OF_OTHER_DATASET, path);
        }
        return new OfferId(dataset, reference);
    }

    private static JWSObject parse(String text, String path) {
        try {
            return JWSObject.parse(text);
        } catch (ParseException | IllegalArgumentException noToken) {
            throw new ServiceFault(ErrorCode.OFFER_TOKEN_MALFORMED.at(path), noToken);
        }
    }

    private static boolean isSignedWith(JWSObject token, ECKey key) {
        try {
            return token.verify(new ECDSAVerifier(key));
        } catch (JOSEException notASignature) {
            return false;
        }
    }

    private static ServiceFault fault(ErrorCode code, String path) {
        return new ServiceFault(code.at(path));
    }
}
