package vn.minhbach.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
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
import java.util.HashSet;
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

    /** Grows whenever everything that the person has open must end. */
    private long stamp;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "portal_assignment", joinColumns = @JoinColumn(name = "user_id"))
    private Set<Assignment> assignments = new HashSet<>();

    protected User() {}

    User(String name, String fullName, String passwordHash, Set<Assignment> assignments, Instant createdAt) {
        this.name = name;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.assignments = new HashSet<>(assignments);
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

    /** What was valid with an earlier stamp is over. */
    long getStamp() {
        return stamp;
    }

    /** Closes the account; whoever is signed in with it is out with their next request. */
    void close() {
        active = false;
        stamp++;
    }

    public Set<Assignment> getAssignments() {
        return Set.copyOf(assignments);
    }
}
