package vn.minhbach.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.web.PortalUrl;

/**
 * Checks what a device signed (WebAuthn): that it is meant for this portal and no other, answers what was asked a moment ago, and that
 * its owner was there. Which maker's device it is is not asked.
 */
@ApplicationScoped
class PasskeyCheck {

    private static final Logger LOG = Logger.getLogger(PasskeyCheck.class.getName());
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder TO_BYTES = Base64.getUrlDecoder();

    /** What devices sign with, the best first: Ed25519, P-256, RSA. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    @Inject
    PortalUrl portal;

    protected PasskeyCheck() {}

    PasskeyCheck(PortalUrl portal) {
        this.portal = portal;
    }

    /** A key that a device has made for the portal; texts in base64url. */
    record NewKey(String credentialId, String publicKey, long signCount, boolean backupAble, boolean backedUp) {}

    /** By which a browser knows for whom a key is. */
    String site() {
        return portal.host();
    }

    /** The key in what a browser gave; empty if it cannot be believed. */
    Optional<NewKey> registered(String json, byte[] challenge) {
        try {
            var data = manager.verifyRegistrationResponseJSON(
                    json,
                    new RegistrationParameters(
                            property(challenge),
                            ALGORITHMS.stream()
                                    .map(each ->
                                            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                                    .toList(),
                            true,
                            true));
            var device = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var key = Objects.requireNonNull(device.getAttestedCredentialData());
            return Optional.of(new NewKey(
                    TO_TEXT.encodeToString(key.getCredentialId()),
                    TO_TEXT.encodeToString(keys.convert(key)),
                    device.getSignCount(),
                    device.isFlagBE(),
                    device.isFlagBS()));
        } catch (RuntimeException e) {
            // Whatever a stranger sends: the library throws a dozen kinds of its own, and Jackson's.
            LOG.log(Level.INFO, "A passkey was not taken: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** The id of the key with which something was signed, without a look at whether it was; empty if it cannot be read. */
    Optional<String> credentialId(String json) {
        try {
            return Optional.of(TO_TEXT.encodeToString(
                    manager.parseAuthenticationResponseJSON(json).getCredentialId()));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "No passkey can be read: {0}", e.toString());
            return Optional.empty();
        }
    }

    /** How often the key was used by now; empty if what it signed cannot be believed. */
    Optional<Long> signed(String json, byte[] challenge, Passkey passkey) {
        try {
            var record = new CredentialRecordImpl(
                    new NoneAttestationStatement(),
                    true,
                    passkey.isBackupAble(),
                    passkey.isBackedUp(),
                    passkey.getSignCount(),
                    keys.convert(TO_BYTES.decode(passkey.getPublicKey())),
                    null,
                    null,
                    null,
                    Set.of());
            var data = manager.verifyAuthenticationResponseJSON(
                    json,
                    new AuthenticationParameters(
                            property(challenge),
                            record,
                            List.of(TO_BYTES.decode(passkey.getCredentialId())),
                            true,
                            true));
            return Optional.of(
                    Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "A passkey was refused: {0}", e.toString());
            return Optional.empty();
        }
    }

    private ServerProperty property(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(portal.origin()))
                .rpId(site())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }
}
