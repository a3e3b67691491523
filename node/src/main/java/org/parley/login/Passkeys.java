// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks what passkeys sign, as W3C Web Authentication Level 2 asks in sections 7.1 and 7.2; the
 * steps are webauthn4j's. Who made a device is not asked. Thread safe.
 */
final class Passkeys {
    /** ES256, EdDSA, RS256: what phones, security keys and Windows offer. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private static final int FIELD_LENGTH_MAX = 16 << 10;

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final Origin origin;
    private final String host;

    /**
     * @param origin of the pages, {@code https://node.example:8480}
     * @param host that passkeys are bound to
     */
    Passkeys(String origin, String host) {
        this.origin = Origin.create(origin);
        this.host = host;
    }

    /**
     * A passkey that was just made.
     *
     * @param given whether a challenge was given out for this, and not used yet
     * @throws ParleyException {@code REFUSED} when anything does not hold
     */
    Person.Passkey made(String attestation, String client, String handle, Predicate<byte[]> given) {
        try {
            RegistrationData data =
                    manager.parse(new RegistrationRequest(bytes(attestation), bytes(client)));
            Challenge challenge = challenge(there(data.getCollectedClientData()), given);
            List<PublicKeyCredentialParameters> algorithms =
                    ALGORITHMS.stream()
                            .map(one ->
                                    new PublicKeyCredentialParameters(
                                            PublicKeyCredentialType.PUBLIC_KEY, one))
                            .toList();
            manager.verify(
                    data, new RegistrationParameters(server(challenge), algorithms, true, true));
            AuthenticatorData<?> authenticator =
                    there(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = there(authenticator.getAttestedCredentialData());
            return new Person.Passkey(
                    base64(credential.getCredentialId()),
                    handle,
                    base64(credentials.convert(credential)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE());
        } catch (ParleyException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bytes of a stranger: whatever they make the parser say, the answer is no.
            throw refused(e.getClass().getSimpleName());
        }
    }

    /**
     * Checks an answer.
     *
     * @return how often the passkey has signed
     * @throws ParleyException {@code REFUSED} when anything does not hold
     */
    long checked(Person person, Login.Answer answer, Predicate<byte[]> given) {
        try {
            byte[] id = bytes(answer.id());
            AuthenticationData data =
                    manager.parse(
                            new AuthenticationRequest(
                                    id,
                                    bytes(answer.handle()),
                                    bytes(answer.authenticator()),
                                    bytes(answer.client()),
                                    bytes(answer.signature())));
            Challenge challenge = challenge(there(data.getCollectedClientData()), given);
            Person.Passkey known = person.passkey();
            if (!base64(bytes(answer.handle())).equals(known.handle())) {
                throw refused("UserHandle");
            }
            CredentialRecordImpl record =
                    new CredentialRecordImpl(
                            new NoneAttestationStatement(),
                            true,
                            known.syncs(),
                            null,
                            known.count(),
                            credentials.convert(Base64.getUrlDecoder().decode(known.key())),
                            null,
                            null,
                            null,
                            Set.of());
            manager.verify(
                    data,
                    new AuthenticationParameters(
                            server(challenge), record, List.of(id), true, true));
            return there(data.getAuthenticatorData()).getSignCount();
        } catch (ParleyException e) {
            throw e;
        } catch (RuntimeException e) {
            // Bytes of a stranger: whatever they make the parser say, the answer is no.
            throw refused(e.getClass().getSimpleName());
        }
    }

    /** What the library may leave out and a checked answer has. */
    private static <T> T there(@Nullable T part) {
        return Optional.ofNullable(part).orElseThrow();
    }

    private ServerProperty server(Challenge challenge) {
        return ServerProperty.builder().origin(origin).rpId(host).challenge(challenge).build();
    }

    private static Challenge challenge(CollectedClientData client, Predicate<byte[]> given) {
        Challenge challenge = client.getChallenge();
        if (!given.test(challenge.getValue())) {
            throw refused("Challenge");
        }
        return challenge;
    }

    private static byte[] bytes(String base64) {
        if (base64.length() > FIELD_LENGTH_MAX) {
            throw refused("TooLong");
        }
        return Base64.getUrlDecoder().decode(base64);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What exactly did not hold is for the owner of the node; see {@link Login}. */
    static ParleyException refused(String why) {
        return new ParleyException(Code.REFUSED, Place.of(why), "", "");
    }
}
