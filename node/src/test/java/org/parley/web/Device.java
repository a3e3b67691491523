// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;

import org.jspecify.annotations.Nullable;
import org.parley.proof.canonical.Json;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A browser's half of passkeys, with an emulated authenticator, driven as passkey.js drives it. */
final class Device {
    /** The one without makers' certificates: its other constructor wants three more libraries. */
    private final NoneAttestationAuthenticator authenticator =
            new NoneAttestationAuthenticator(AAGUID.ZERO, 0, true, new ObjectConverter());

    private final ClientPlatform client =
            new ClientPlatform(new WebAuthnAuthenticatorAdaptor(authenticator));

    Device(String origin) {
        at(origin);
    }

    /** Where its browser believes to be. */
    Device at(String origin) {
        client.setOrigin(new Origin(origin));
        return this;
    }

    /** A copy of the device that was made earlier tells the same count again. */
    void countsNoFurther() {
        authenticator.setCountUpEnabled(false);
    }

    private static byte[] bytes(Json.Obj asked, String key) {
        return Base64.getUrlDecoder().decode(asked.text(key).orElseThrow());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> T there(@Nullable T part) {
        return Optional.ofNullable(part).orElseThrow();
    }

    /** Makes a passkey for whom the server asks, and what is sent back. */
    Map<String, String> create(Json.Obj asked) {
        return create(asked, asked.text("host").orElseThrow());
    }

    Map<String, String> create(Json.Obj asked, String host) {
        String name = asked.text("name").orElseThrow();
        var made =
                client.create(
                        new PublicKeyCredentialCreationOptions(
                                new PublicKeyCredentialRpEntity(host, "Parley"),
                                new PublicKeyCredentialUserEntity(
                                        bytes(asked, "handle"), name, name),
                                new DefaultChallenge(bytes(asked, "challenge")),
                                List.of(
                                        new PublicKeyCredentialParameters(
                                                PublicKeyCredentialType.PUBLIC_KEY,
                                                COSEAlgorithmIdentifier.ES256)),
                                60_000L,
                                List.of(),
                                new AuthenticatorSelectionCriteria(
                                        null,
                                        true,
                                        ResidentKeyRequirement.REQUIRED,
                                        UserVerificationRequirement.REQUIRED),
                                AttestationConveyancePreference.NONE,
                                null));
        AuthenticatorAttestationResponse answer = there(made.getResponse());
        Map<String, String> fields = new TreeMap<>();
        fields.put("attestation", base64(answer.getAttestationObject()));
        fields.put("client", base64(answer.getClientDataJSON()));
        return fields;
    }

    /** Answers a login. */
    Map<String, String> get(Json.Obj asked) {
        return get(asked, UserVerificationRequirement.REQUIRED);
    }

    Map<String, String> get(Json.Obj asked, UserVerificationRequirement verification) {
        var found =
                client.get(
                        new PublicKeyCredentialRequestOptions(
                                new DefaultChallenge(bytes(asked, "challenge")),
                                60_000L,
                                asked.text("host").orElseThrow(),
                                List.of(),
                                verification,
                                null));
        AuthenticatorAssertionResponse answer = there(found.getResponse());
        Map<String, String> fields = new TreeMap<>();
        fields.put("id", found.getId());
        fields.put("handle", base64(there(answer.getUserHandle())));
        fields.put("authenticator", base64(answer.getAuthenticatorData()));
        fields.put("client", base64(answer.getClientDataJSON()));
        fields.put("signature", base64(answer.getSignature()));
        return fields;
    }
}
