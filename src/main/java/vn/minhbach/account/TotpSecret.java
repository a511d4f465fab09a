package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The secret that somebody's telephone shares with the portal, and the last code that was used. */
@Entity
@Table(name = "account_totp")
public class TotpSecret {

    @Id
    @Column(name = "user_id")
    private long userId;

    private String secret = "";

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected TotpSecret() {}

    TotpSecret(long userId, String secret, long lastStep, Instant madeAt) {
        this.userId = userId;
        this.secret = secret;
        this.lastStep = lastStep;
        this.madeAt = madeAt;
    }

    long getUserId() {
        return userId;
    }

    String getSecret() {
        return secret;
    }

    long getLastStep() {
        return lastStep;
    }

    Instant getMadeAt() {
        return madeAt;
    }
}
