package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.privacy.SealedValue;

/**
 * The secret that somebody's telephone shares with the portal, and the last code that was used. It lies sealed; in clear only while the
 * portal has no key.
 */
@Entity
@Table(name = "account_totp")
public class TotpSecret {

    @Id
    @Column(name = "user_id")
    private long userId;

    private String secret = "";

    @Column(name = "secret_sealed")
    private String sealed = "";

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected TotpSecret() {}

    /** @param sealed the secret sealed; empty if there is no key, and then it is kept in clear */
    TotpSecret(long userId, String secret, String sealed, long lastStep, Instant madeAt) {
        this.userId = userId;
        this.secret = sealed.isEmpty() ? secret : "";
        this.sealed = sealed;
        this.lastStep = lastStep;
        this.madeAt = madeAt;
    }

    /** The row of somebody's secret. */
    static SealedRow sealedRow(long user) {
        return SealedRow.of("account_totp", user);
    }

    long getUserId() {
        return userId;
    }

    /** In clear; empty if it lies sealed. */
    String getSecret() {
        return secret;
    }

    SealedValue getSealed() {
        return new SealedValue(AccountSeals.TOTP, sealedRow(userId), sealed);
    }

    long getLastStep() {
        return lastStep;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
