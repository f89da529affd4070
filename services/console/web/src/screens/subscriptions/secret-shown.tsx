import type { Subscription } from '../../api/index.ts';
import { Button, CopyButton, Dialog } from '../../parts/index.ts';
import styles from './subscriptions.module.css';
import { texts } from './texts.ts';

interface SecretShownProps {
  readonly secret: string;
  readonly subscription: Subscription;
  readonly onClose: () => void;
}

/** A secret, shown this once: whoever closes it without having copied it has to rotate. */
export function SecretShown({ secret, subscription, onClose }: SecretShownProps) {
  const say = texts.use();
  return (
    <Dialog
      title={say('secret.title')}
      isOpen
      onClose={onClose}
      actions={
        <Button look="main" onClick={onClose}>
          {say('secret.done')}
        </Button>
      }
    >
      <p>{say('secret.once', { agency: subscription.subscriber })}</p>
      <p className={styles['secret']} translate="no">
        <code>{secret}</code> <CopyButton text={secret} label={say('secret.copy')} />
      </p>
      {subscription.status === 'unverified' && (
        <p role="status">
          {say('standing.refused')} <span translate="no">{subscription.statusReason}</span>
        </p>
      )}
    </Dialog>
  );
}
