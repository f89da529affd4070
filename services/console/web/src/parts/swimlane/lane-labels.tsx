import clsx from 'clsx';
import { useDepartmentName } from '../../app/names.ts';
import styles from './lanes.module.css';

/** Pixels that two lines take. */
const TWO_LINES = 36;

/** The departments at the left of their lanes, in the same column for every picture of these lanes. */
export function LaneLabels({ lanes }: { readonly lanes: readonly { readonly department: string; readonly height: number }[] }) {
  const departmentName = useDepartmentName();
  return (
    <ul className={styles['labels']} translate="no">
      {lanes.map(({ department, height }) => (
        <li key={department} style={{ height }} title={departmentName(department)}>
          <span className={clsx(height < TWO_LINES && styles['short'])}>{departmentName(department)}</span>
        </li>
      ))}
    </ul>
  );
}
