package vn.minhbach.account;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.AuditSubject;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.FourEyesException;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;

/**
 * Stands before every {@link Permit permitted} method of a service and asks who calls: the last door, behind the one of the
 * address. It runs inside the transaction, so that the deed and its line in the audit are kept together.
 *
 * <p>A deed whose transaction can only be rolled back by now has failed, whatever it returns: the server would undo it and say
 * nothing, and the caller would tell people that it is saved.
 */
@Permit(Permission.RUN_PORTAL)
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
public class PermitInterceptor {

    @Inject
    CurrentActor actors;

    @Inject
    Audit audit;

    @Resource
    TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object ask(InvocationContext call) throws Exception {
        var method = call.getMethod();
        var permit = permit(method);
        var permission = permit.value();
        var actor = actors.get();
        var deed = Audit.Deed.of(
                permission,
                method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                marked(call, Subject.class));
        if (!actor.may(permission, marked(call, Place.class))) {
            audit.refused(actor, deed);
            throw new RefusedException(permission);
        }
        Object result;
        try {
            result = call.proceed();
        } catch (RefusedException | FourEyesException e) {
            // The place that was named is not the only one that the deed touches; and some of it nobody may do alone.
            audit.refused(actor, deed);
            throw e;
        }
        if (permission != Permission.RUN_PORTAL && permit.audited()) {
            audit.done(actor, method.isAnnotationPresent(Subject.class) ? deed.with(subject(result)) : deed);
        }
        if (transaction.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
            throw new IllegalStateException("Not saved, the transaction had failed before: " + deed.method());
        }
        return result;
    }

    private static Permit permit(Method method) {
        var onMethod = method.getAnnotation(Permit.class);
        var found = onMethod == null ? method.getDeclaringClass().getAnnotation(Permit.class) : onMethod;
        if (found == null) {
            throw new IllegalStateException("No permission on " + method);
        }
        return found;
    }

    /** The arguments of the parameters marked so; empty if there are none. */
    private static String marked(InvocationContext call, Class<? extends Annotation> mark) {
        var parameters = call.getMethod().getParameters();
        var marked = new StringBuilder();
        for (var i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(mark)) {
                marked.append(marked.isEmpty() ? "" : Audit.BETWEEN).append(call.getParameters()[i]);
            }
        }
        return marked.toString();
    }

    /** What the method gave back, as the audit knows it; empty if it gave nothing. */
    private static String subject(@Nullable Object result) {
        return result instanceof AuditSubject named ? named.getSubject() : Objects.toString(result, "");
    }
}
