package vn.minhbach.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of staff who may sign in to the back office. Citizens have no account. */
@Entity
@Table(name = "portal_user")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_user_seq")
    @SequenceGenerator(name = "portal_user_seq", sequenceName = "portal_user_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 60)
    @Column(updatable = false)
    private String name = "";

    @NotBlank
    @Size(max = 120)
    @Column(name = "full_name")
    private String fullName = "";

    @Column(name = "password_hash")
    private String passwordHash = "";

    private boolean active = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "portal_user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    protected User() {}

    User(String name, String fullName, String passwordHash, Set<Role> roles, Instant createdAt) {
        this.name = name;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.roles = EnumSet.copyOf(roles);
        this.createdAt = createdAt;
    }

    public String getName() {
        return name;
    }

    public String getFullName() {
        return fullName;
    }

    /** Salted PBKDF2, with its parameters. */
    String getPasswordHash() {
        return passwordHash;
    }

    public boolean isActive() {
        return active;
    }

    public Set<Role> getRoles() {
        return Set.copyOf(roles);
    }
}
