import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'imports/*.ts', 'coverage/', '.dist-*/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A number in a template literal is what generated configuration is made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `new Construct(scope, id)` is kept for what it adds to the tree.
      'no-new': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
    },
  },
  {
    files: ['**/*.{cjs,mjs}'],
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
  },
);
