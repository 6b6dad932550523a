package org.throughline.store;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of offers: EC keys on P-256. The first signs, all verify.
 *
 * @param keys not empty; each with an id of its own, the first with its private part
 */
public record SigningKeys(List<ECKey> keys) {

    public SigningKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Reads a JWK set (RFC 7517). A key without an id gets its thumbprint (RFC 7638) for one.
     *
     * @throws IllegalArgumentException whose message says in a sentence what is wrong
     */
    public static SigningKeys parse(String jwkSet) {
        List<ECKey> keys = new ArrayList<>();
        for (JWK key : read(jwkSet).getKeys()) {
            keys.add(named(requireUsable(key)));
        }
        if (keys.isEmpty() || !keys.get(0).isPrivate()) {
            throw new IllegalArgumentException("The first key of the set must have its private part: it signs.");
        }
        if (keys.stream().map(ECKey::getKeyID).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("Each key of the set must have a kid of its own.");
        }
        return new SigningKeys(keys);
    }

    /** One new key, as a JWK set. */
    static String generated() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new JWKSet(key).toString(false);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java can make keys on P-256", e);
        }
    }

    ECKey signing() {
        return keys.get(0);
    }

    Optional<ECKey> find(String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    /** All keys without their private parts. */
    String publicKeys() {
        return new JWKSet(List.<JWK>copyOf(keys)).toString(true);
    }

    private static JWKSet read(String jwkSet) {
        try {
            return JWKSet.parse(jwkSet);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The file is not a JWK set as RFC 7517 has it.", e);
        }
    }

    private static ECKey requireUsable(JWK key) {
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return ec;
        }
        throw new IllegalArgumentException("Each key of the set must be an EC key on P-256.");
    }

    private static ECKey named(ECKey key) {
        try {
            return key.getKeyID() == null
                    ? new ECKey.Builder(key).keyIDFromThumbprint().build()
                    : key;
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
